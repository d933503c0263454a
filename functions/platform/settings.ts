import * as v from 'valibot'

/** A setting that stops the start; its message is a sentence for whoever set it. */
export class WrongSetting extends Error {}

const flag = v.pipe(
  v.picklist(['0', '1'], '应为 1(开)或 0(关)'),
  v.transform((text) => text === '1'),
)
const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, '应为 0 到 65535 的整数（0 表示任选一个空闲端口）'),
  v.transform(Number),
  v.maxValue(65_535, '应为 0 到 65535 的整数（0 表示任选一个空闲端口）'),
)
const host = v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/, '应为一个网络地址或主机名，例如 127.0.0.1 或 0.0.0.0'))

function isUrl(text: string, schemes: readonly string[]): boolean {
  try {
    return schemes.includes(new URL(text).protocol)
  } catch {
    return false
  }
}
const databaseUrl = v.pipe(
  v.string(),
  v.check(
    (text) => isUrl(text, ['postgres:', 'postgresql:']),
    '应为 PostgreSQL 的连接串，例如 postgres://user:password@host:5432/guanjia',
  ),
)
const webUrl = v.pipe(
  v.string(),
  v.check(
    (text) => isUrl(text, ['http:', 'https:']),
    '应为 http:// 或 https:// 开头的地址，例如 https://guanjia.example.cn',
  ),
  v.transform((text) => text.replace(/\/+$/, '')),
)
const key = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/-----[^-]+-----|\\n|\s/g, '')),
  v.regex(/^[A-Za-z0-9+/]{64,}={0,2}$/, '应为 Base64 或 PEM 形式的密钥全文'),
)

const environment = v.object({
  PORT: v.optional(port, '8080'),
  HOST: v.optional(host, '127.0.0.1'),
  DATABASE_URL: v.optional(databaseUrl),
  DATA_DIR: v.optional(v.string(), '.data'),
  DEMO: v.optional(flag),
  PUBLIC_URL: v.optional(webUrl),
  SURVEY_KEY: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/, '应为 Base64 形式的 32 个随机字节'))),
  WECHAT_APP_ID: v.optional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/, '应为以 wx 开头的 18 位 AppID'))),
  WECHAT_SECRET: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '应为 32 位的 AppSecret'))),
  WECHAT_GATEWAY: v.optional(webUrl, 'https://api.weixin.qq.com'),
  ALIPAY_APP_ID: v.optional(v.pipe(v.string(), v.regex(/^\d{16}$/, '应为 16 位数字的 AppID'))),
  ALIPAY_PRIVATE_KEY: v.optional(key),
  ALIPAY_PUBLIC_KEY: v.optional(key),
  ALIPAY_ENCRYPT_KEY: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/, '应为 Base64 形式的 128 位 AES 密钥')),
  ),
  ALIPAY_GATEWAY: v.optional(webUrl, 'https://openapi.alipay.com/gateway.do'),
})

/** What the platforms gave this institution, where they did. */
export interface PlatformSecrets {
  wechat?: { appId: string; secret: string; gateway: string }
  alipay?: { appId: string; privateKey: string; publicKey: string; encryptKey?: string; gateway: string }
}

/** Everything the environment may say, checked. */
export interface Settings {
  port: number
  host: string
  /** Unset: the embedded PostgreSQL. */
  databaseUrl?: string
  dataDir: string
  isDemo: boolean
  /** Address that printed codes begin with, without a slash at the end. */
  publicUrl: string
  surveyKey?: Buffer
  secrets: PlatformSecrets
}

type Environment = v.InferOutput<typeof environment>

function mustComeTogether(env: Environment, names: readonly (keyof Environment)[]): boolean {
  const missing = names.filter((name) => env[name] === undefined)
  if (missing.length === 0) return true
  if (missing.length === names.length) return false
  throw new WrongSetting(`${names.join('、')} 须一起设置，现在缺 ${missing.join('、')}。`)
}

function secretsOf(env: Environment): PlatformSecrets {
  const secrets: PlatformSecrets = {}
  if (mustComeTogether(env, ['WECHAT_APP_ID', 'WECHAT_SECRET'])) {
    secrets.wechat = { appId: env.WECHAT_APP_ID ?? '', secret: env.WECHAT_SECRET ?? '', gateway: env.WECHAT_GATEWAY }
  }
  if (mustComeTogether(env, ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'])) {
    secrets.alipay = {
      appId: env.ALIPAY_APP_ID ?? '',
      privateKey: env.ALIPAY_PRIVATE_KEY ?? '',
      publicKey: env.ALIPAY_PUBLIC_KEY ?? '',
      encryptKey: env.ALIPAY_ENCRYPT_KEY,
      gateway: env.ALIPAY_GATEWAY,
    }
  }
  return secrets
}

/** Secrets are not shown, not even wrong ones. */
const isShown = (name: string) => !/SECRET|KEY|DATABASE_URL/.test(name)

/**
 * Reads the settings out of an environment; an empty variable counts as unset. Throws WrongSetting for the first wrong
 * one, with a sentence that names the variable and what is allowed.
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, text]) => text?.trim()))
  const read = v.safeParse(environment, given)
  if (!read.success) {
    const [issue] = read.issues
    const name = String(issue.path?.[0]?.key)
    throw new WrongSetting(`环境变量 ${name} ${issue.message}${isShown(name) ? `;现在是“${given[name]}”` : ''}。`)
  }
  const env = read.output
  const shownHost = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    isDemo: env.DEMO ?? env.DATABASE_URL === undefined,
    publicUrl: env.PUBLIC_URL ?? `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${env.PORT}`,
    surveyKey: env.SURVEY_KEY === undefined ? undefined : Buffer.from(env.SURVEY_KEY, 'base64'),
    secrets: secretsOf(env),
  }
}
