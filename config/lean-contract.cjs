/**
 * Makes the phone app's copy of `contract` as small as what is used of it. Phones ask by a procedure's name; its schemas,
 * and its sentence for the listing, are the cloud's and stay out. Whatever else the top of a contract file calls has no
 * effect but its value, by the house's rule (no I/O there), and is marked so: what no page uses is then dropped.
 */
module.exports = ({ types }) => {
  const isClouds = (property) =>
    types.isObjectProperty(property) && ['summary', 'input', 'output'].includes(property.key.name)
  const isContract = ({ filename = '' }) => /[\\/]contract[\\/][a-z-]+\.ts$/.test(filename)
  const mark = (path, state) => {
    if (isContract(state) && path.getFunctionParent() === null) path.addComment('leading', '#__PURE__')
  }
  return {
    name: 'lean-contract',
    visitor: {
      CallExpression(path, state) {
        mark(path, state)
        const [, promise] = path.node.arguments
        if (!isContract(state) || !types.isIdentifier(path.node.callee, { name: 'procedure' })) return
        if (types.isObjectExpression(promise)) promise.properties = promise.properties.filter((each) => !isClouds(each))
      },
      NewExpression: mark,
    },
  }
}
