import { type PluginObj, transformSync, types } from '@babel/core';

/**
 * The same program in shorter forms, which Terser does not choose by itself: functions as arrows, `let` for `const`. Functions stay above
 * everything else in their block, because they are called from before the place where they are written. lwc.ts calls it, and webpack as
 * a loader (dynamics/webpack.config.js).
 */
export default function shortForms(code: string): string {
  const result = transformSync(code, { babelrc: false, configFile: false, compact: false, plugins: [PLUGIN] });
  return result?.code ?? code;
}

const PLUGIN: PluginObj = {
  visitor: {
    VariableDeclaration({ node }) {
      if (node.kind === 'const') node.kind = 'let';
    },
    'Program|BlockStatement': {
      exit({ node }) {
        if (!types.isProgram(node) && !types.isBlockStatement(node)) return;
        const arrows = node.body.map(arrowOf);
        node.body = [
          ...arrows.filter((arrow) => arrow !== null),
          ...node.body.filter((_, index) => arrows[index] === null),
        ];
      },
    },
  },
};

function arrowOf(statement: types.Statement): types.Statement | null {
  if (types.isExportNamedDeclaration(statement) && statement.declaration) {
    const declaration = arrowOf(statement.declaration);
    return types.isDeclaration(declaration) ? types.exportNamedDeclaration(declaration) : null;
  }
  if (!types.isFunctionDeclaration(statement) || !mayBeArrow(statement)) return null;
  const { id, params, body, async } = statement;
  const arrow = types.arrowFunctionExpression(params, body, async);
  return id ? types.variableDeclaration('let', [types.variableDeclarator(id, arrow)]) : null;
}

/** What an arrow would take from outside stays in a function. */
function mayBeArrow(declaration: types.FunctionDeclaration): boolean {
  let usesOwn = declaration.generator === true;
  types.traverseFast(declaration, (node) => {
    usesOwn ||=
      types.isThisExpression(node) || types.isMetaProperty(node) || types.isIdentifier(node, { name: 'arguments' });
  });
  return !usesOwn;
}
