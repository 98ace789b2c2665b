import { queryError } from '../errors.ts';

export type Literal = string | number | boolean | null;

/** The value of an OData literal as @odata/parser tells its type and text. Decimals stay text, so that they compare exactly. */
export function literalValue(type: string, raw: string): { value: Literal; kind: LiteralKind } {
  switch (type) {
    case 'null':
      return { value: null, kind: 'null' };
    case 'Edm.Boolean':
      return { value: raw === 'true', kind: 'boolean' };
    case 'Edm.String':
    case 'string':
      return { value: unquote(raw), kind: 'text' };
    case 'Edm.Guid':
      return { value: raw.toLowerCase(), kind: 'guid' };
    case 'Edm.Date':
      return { value: raw, kind: 'date' };
    case 'Edm.DateTimeOffset':
      return { value: new Date(raw).toISOString(), kind: 'instant' };
    case 'Edm.SByte':
    case 'Edm.Byte':
    case 'Edm.Int16':
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
    case 'Edm.Double':
    case 'Edm.Single':
    case 'number':
      return { value: raw, kind: 'number' };
    default:
      throw queryError(`The literal ${raw} of type ${type} is not supported here.`);
  }
}

export type LiteralKind = 'null' | 'boolean' | 'text' | 'guid' | 'date' | 'instant' | 'number';

function unquote(raw: string): string {
  if (raw.startsWith('"')) return String(JSON.parse(raw));
  return raw.slice(1, -1).replaceAll("''", "'");
}
