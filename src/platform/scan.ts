/** Whether this client can open the camera to read a code. */
export declare const canScan: boolean

/** Reads one code; the text in it, or undefined when the person closed the camera. */
export declare function scan(): Promise<string | undefined>
