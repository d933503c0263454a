/** Settings that `config/index.ts` writes into the code when it is built. */
declare const API_BASE: string
declare const CLOUD_ENV: string
declare const LINK_BASE: string
declare const TEMPLATE_IDS: readonly string[]
