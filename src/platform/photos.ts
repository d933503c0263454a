/**
 * Photos on this phone. Chosen ones are made smaller and kept as files of our own, so that a draft may name them for a
 * week; private ones of the cloud are put where the phone can show them and taken away again when the page goes.
 */

/** Lets the person take or choose at most so many photos; their addresses here, none when nothing was chosen. */
export declare function choosePhotos(most: number): Promise<string[]>

/** Of photos chosen earlier those that are still there. */
export declare function stillThere(addresses: readonly string[]): Promise<string[]>

/** Where the phone now shows a chosen photo from; undefined when it is no longer there. */
export declare function shownAt(address: string): Promise<string | undefined>

/** The bytes of a chosen photo in base64; undefined when it is no longer there. */
export declare function readPhoto(address: string): Promise<string | undefined>

/** The address to show a photo of the cloud (WebP in base64) from; undefined when the phone has no room for it. */
export declare function placePhoto(photoId: string, content: string): Promise<string | undefined>

/** Removes photos from this phone; without addresses all that the app has put there. */
export declare function forgetPhotos(addresses?: readonly string[]): void
