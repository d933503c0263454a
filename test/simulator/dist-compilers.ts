import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DistFolder } from './dist-folder'
import { resolvePath } from './engine/paths'

const LARGEST_OUTPUT = 256 * 1024 * 1024

/** What WeChat's own compilers of templates (wcc) and style sheets (wcsc) complain of. */
export function compilerFaults(folder: DistFolder): string[] {
  // All templates at once, so that their imports are found.
  const templates = [...folder.ending('.wxml'), ...folder.ending('.wxs')]
  return [
    ...run(folder, 'wcc', ['-d', '-cc', '0', ...templates, '-gn', '$gwx']),
    ...folder.ending('.wxss').flatMap((sheet) => styleFaults(folder, sheet)),
  ]
}

function styleFaults(folder: DistFolder, sheet: string): string[] {
  const mentioned = [...folder.text(sheet).matchAll(/@import\s*(?:url\()?["']([^"']+)["']/g)]
  const imports = mentioned.map(([, target = '']) => resolvePath(sheet, target))
  const missing = imports.filter((target) => !folder.has(target))
  if (missing.length > 0) return missing.map((target) => `${sheet}: no ${target}`)
  return run(folder, 'wcsc', ['-lc', '-db', '-pc', '1', sheet, ...imports])
}

function run(folder: DistFolder, name: 'wcc' | 'wcsc', options: string[]): string[] {
  const { status, stderr, error } = spawnSync(compilerPath(name), options, {
    cwd: folder.path,
    maxBuffer: LARGEST_OUTPUT,
  })
  if (error) return [`${name} does not run: ${error.message}`]
  return status === 0 ? [] : [`${name}: ${stderr.toString().trim()}`]
}

function compilerPath(name: string): string {
  const system = { darwin: 'mac', win32: 'windows' }[process.platform as string] ?? 'linux'
  const file = system === 'windows' ? `${name}.exe` : name
  const path = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', system, file)
  try {
    chmodSync(path, 0o755) // npm unpacks it without the right to run
  } catch {
    // Installed by somebody else: then it can be run already, or the check says that it does not.
  }
  return path
}
