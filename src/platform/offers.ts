/** Whether the server this page came from lists a procedure; only browsers ask, everywhere else the answer is no. */
export declare function isOffered(procedure: string): Promise<boolean>
