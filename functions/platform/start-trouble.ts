import { WrongSetting } from './settings'

const sentences: Record<string, (cause: NodeJS.ErrnoException & { port?: number; address?: string }) => string> = {
  EADDRINUSE: ({ port }) => `端口 ${port} 已被别的程序占用。请先停下它，或换一个端口，例如 PORT=8081 npm start。`,
  EACCES: ({ port, path }) =>
    port === undefined ? `没有权限读写 ${path}。` : `没有权限使用端口 ${port},请换成 1024 以上的端口，例如 PORT=8080。`,
  EADDRNOTAVAIL: ({ address }) => `环境变量 HOST 的地址 ${address} 不是这台机器的地址。`,
  ENOTFOUND: () => '环境变量 HOST 或 DATABASE_URL 中的主机名查不到。',
  ECONNREFUSED: () => 'DATABASE_URL 指向的数据库没有应答。请确认它已启动，地址和端口没有写错。',
  ENOSPC: () => '磁盘已满，请先腾出空间。',
  '28P01': () => 'DATABASE_URL 中的用户名或密码不对。',
  '28000': () => 'DATABASE_URL 中的用户不被允许连接这个数据库。',
  '3D000': () => 'DATABASE_URL 指向的数据库不存在，请先建好它。',
}

/** Why a start failed: one sentence where the reason is a usual one, else everything that is known. */
export function startTrouble(cause: unknown): string {
  if (cause instanceof WrongSetting) return cause.message
  const known = cause as NodeJS.ErrnoException
  const sentence = known?.code === undefined ? undefined : sentences[known.code]
  if (sentence) return sentence(known)
  const reason = cause instanceof Error && cause.cause !== undefined ? `\n原因：${String(cause.cause)}` : ''
  return `管家没能启动：${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}${reason}`
}
