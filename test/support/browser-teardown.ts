export default async function browserTeardown(): Promise<void> {
  await (globalThis as { endBuiltServer?: () => Promise<void> }).endBuiltServer?.()
}
