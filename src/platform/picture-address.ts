/** The address to show a picture of the cloud from; the cloud names it by its path, `/photo/<id>`. */
export declare function pictureAddress(path: string): string
