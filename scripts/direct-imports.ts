import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

const named = /import \{([^}]+)\} from '(antd|@ant-design\/icons)'/g

function direct(package_: string, name: string): string {
  if (package_ !== 'antd') return `@ant-design/icons/es/icons/${name}`
  return `antd/es/${name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}`
}

/** `import { Button, type ButtonProps } from 'antd'` as one import of each component's own file. */
function withDirectImports(code: string): string {
  return code.replace(named, (_, names: string, package_: string) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith('type '))
      .map((name) => {
        const [exported = '', local = exported] = name.split(' as ')
        return `import ${local} from '${direct(package_, exported)}'`
      })
      .join(';'),
  )
}

/**
 * esbuild puts whatever any page takes from a package's index file into the chunk of the first page, because that index
 * is reached from there. Importing each component by its own file lets the pages' parts stay with the pages.
 */
export const directImports: Plugin = {
  name: 'direct-imports',
  setup(build) {
    build.onLoad({ filter: /[\\/]console[\\/].*\.tsx$/ }, async ({ path }) => ({
      contents: withDirectImports(await readFile(path, 'utf8')),
      loader: 'tsx',
    }))
  },
}
