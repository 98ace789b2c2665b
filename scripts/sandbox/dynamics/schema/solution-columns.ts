import { YES_NO } from './columns.ts';
import { type XmlNode, elements, text } from './xml.ts';
import type { Column, ColumnType, Option } from './types.ts';

/** Types of the `<Type>` element of an unpacked attribute. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  nvarchar: 'string',
  ntext: 'memo',
  bit: 'boolean',
  picklist: 'choice',
  datetime: 'datetime',
  int: 'integer',
  money: 'money',
  decimal: 'decimal',
  lookup: 'lookup',
};

/** Columns that every table of the platform has: they come from `columns.ts`, not from the file. */
const OF_THE_PLATFORM = new Set([
  'createdby',
  'createdon',
  'modifiedby',
  'modifiedon',
  'ownerid',
  'owningbusinessunit',
  'owningteam',
  'owninguser',
  'organizationid',
  'statecode',
  'statuscode',
  'versionnumber',
]);

/**
 * Our own columns of one unpacked `Entity.xml` (dynamics-toolchain.md §5.4).
 * @param optionSets global option sets by name.
 * @param lookupTargets lookup column → table it points to, from the relationships.
 * @throws Error for a type that the stand-in does not know: a column must never be half there.
 */
export function solutionColumns(
  entity: XmlNode,
  optionSets: ReadonlyMap<string, readonly Option[]>,
  lookupTargets: ReadonlyMap<string, string>,
): Column[] {
  return elements(entity, 'attributes', 'attribute')
    .filter(
      (attribute) => text(attribute, 'Type') !== 'primarykey' && !OF_THE_PLATFORM.has(text(attribute, 'LogicalName')),
    )
    .map((attribute) => toColumn(attribute, optionSets, lookupTargets));
}

function toColumn(
  attribute: XmlNode,
  optionSets: ReadonlyMap<string, readonly Option[]>,
  lookupTargets: ReadonlyMap<string, string>,
): Column {
  const name = text(attribute, 'LogicalName');
  const type = TYPES[text(attribute, 'Type')];
  if (type === undefined)
    throw new Error(`Column ${name} has the type ${text(attribute, 'Type')}, unknown to the sandbox.`);
  const autoNumber = text(attribute, 'AutoNumberFormat');
  return {
    name,
    type,
    label: text(attribute, 'displaynames', 'displayname', '@description'),
    required: text(attribute, 'RequiredLevel') === 'required',
    creatable: text(attribute, 'ValidForCreateApi') === '1',
    updatable: text(attribute, 'ValidForUpdateApi') === '1',
    secured: text(attribute, 'IsSecured') === '1',
    ...lengthOf(attribute),
    ...choicesOf(attribute, name, type, optionSets),
    ...(autoNumber !== '' && { autoNumber }),
    ...(type === 'lookup' && { targets: { [targetOf(name, lookupTargets)]: attributeName(attribute) } }),
  };
}

/** The navigation property of a lookup of ours is its schema name. */
function attributeName(attribute: XmlNode): string {
  return text(attribute, '@PhysicalName');
}

function lengthOf(attribute: XmlNode): { maxLength?: number } {
  const length = text(attribute, 'MaxLength');
  return length === '' ? {} : { maxLength: Number(length) };
}

function choicesOf(
  attribute: XmlNode,
  name: string,
  type: ColumnType,
  optionSets: ReadonlyMap<string, readonly Option[]>,
): Pick<Column, 'options' | 'default'> {
  const preset = Number(text(attribute, 'AppDefaultValue'));
  if (type === 'boolean') return { options: YES_NO, default: preset === 1 };
  if (type !== 'choice') return {};
  const options = optionSets.get(text(attribute, 'OptionSetName'));
  if (!options)
    throw new Error(
      `Column ${name} names the option set ${text(attribute, 'OptionSetName')}, which is not in the solution.`,
    );
  return preset === -1 ? { options } : { options, default: preset };
}

function targetOf(name: string, lookupTargets: ReadonlyMap<string, string>): string {
  const target = lookupTargets.get(name);
  if (target === undefined) throw new Error(`Lookup ${name} has no relationship in the solution.`);
  return target;
}
