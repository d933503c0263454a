import type { Department } from '../../contract/people'

interface Branch {
  value: string
  title: string
  children: Branch[]
}

/** The departments as a tree for TreeSelect, in the order they came; one whose parent is unknown becomes a root. */
export function departmentTree(departments: readonly Department[]): Branch[] {
  const branches = new Map(
    departments.map((d): [string, Branch] => [
      d.departmentId,
      { value: d.departmentId, title: `${d.name}（${d.people} 人）`, children: [] },
    ]),
  )
  const roots: Branch[] = []
  for (const { departmentId, parentId } of departments) {
    const branch = branches.get(departmentId)
    const siblings = (parentId && branches.get(parentId)?.children) || roots
    if (branch) siblings.push(branch)
  }
  return roots
}
