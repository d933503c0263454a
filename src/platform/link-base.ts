/** The address our printed codes and links begin with, without a slash at its end. */
export declare const linkBase: string
