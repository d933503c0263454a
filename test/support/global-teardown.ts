export default async function globalTeardown(): Promise<void> {
  await (globalThis as { endTestDatabase?: () => Promise<void> }).endTestDatabase?.()
}
