import type { Plugin } from 'rollup';
import { loadSchema } from '../../schema/load-schema.ts';
import { fieldOf, objectOf } from '../../schema/lookup.ts';
import { readLabels } from '../labels.ts';

const PREFIX = '\0salesforce:';
/** The page says who looks, in which language; see `server/context.ts`. */
const PAGE = 'globalThis.sandboxPage';

/**
 * `@salesforce/…` modules for our own components. What an org would refuse when they are deployed, a label or a field that does
 * not exist, is refused here.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */
export function salesforceModules(): Plugin {
  return {
    name: 'salesforce-modules',
    resolveId: (specifier) => (specifier.startsWith('@salesforce/') ? `${PREFIX}${specifier}` : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const [, kind = '', ...rest] = id.slice(PREFIX.length).split('/');
      const source = sourceOf(kind, rest.join('/'));
      return source ?? this.error(`${id.slice(PREFIX.length)} does not exist in this org.`);
    },
  };
}

function sourceOf(kind: string, name: string): string | null {
  switch (kind) {
    case 'label': {
      const label = name.replace(/^c\./, '');
      return readLabels('en').has(label) ? `export default ${PAGE}.labels[${JSON.stringify(label)}];` : null;
    }
    case 'i18n':
      return `export default ${PAGE}.i18n[${JSON.stringify(name)}];`;
    case 'user':
      return `export default ${PAGE}.user[${JSON.stringify(name)}];`;
    case 'customPermission':
      // The platform answers true or undefined.
      return `export default ${PAGE}.customPermissions.includes(${JSON.stringify(name)}) || undefined;`;
    case 'userPermission':
      return 'export default undefined;';
    case 'client':
      return name === 'formFactor' ? `export default ${PAGE}.formFactor;` : null;
    case 'schema':
      return schemaModule(name);
    default:
      return null;
  }
}

/** `Opportunity`, `Opportunity.Name`, `Opportunity.Account.Name` */
function schemaModule(name: string): string | null {
  const [objectName = '', ...path] = name.split('.');
  const schema = loadSchema({ multiCurrency: true });
  const object = objectOf(schema, objectName);
  if (!object) return null;
  if (path.length === 0) return `export default ${JSON.stringify({ objectApiName: object.name })};`;
  let owner = object;
  for (const step of path.slice(0, -1)) {
    const lookup = [...owner.fields.values()].find(({ relationshipName }) => relationshipName === step);
    const target = objectOf(schema, lookup?.referenceTo ?? '');
    if (!target) return null;
    owner = target;
  }
  if (!fieldOf(owner, path.at(-1) ?? '')) return null;
  return `export default ${JSON.stringify({ fieldApiName: path.join('.'), objectApiName: object.name })};`;
}
