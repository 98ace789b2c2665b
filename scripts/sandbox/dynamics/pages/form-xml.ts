import type { ControlBinding, FormCell, FormLayout, FormSection, FormTab } from '../form/boot.ts';
import { type XmlNode, elements, guid, listXml, readXml, text } from '../schema/xml.ts';

/** The form factor of the web client in a form's control descriptions; 1 and 2 are tablet and phone. */
const WEB = '0';

/**
 * The first main form that the unpacked solution brings for a table (dynamics-toolchain.md §5.4), as the web client shows it.
 * @throws Error when there is none
 */
export function readMainForm(folder: string, table: string): FormLayout {
  const [file] = listXml(folder, `Entities/${table}/FormXml/main`);
  if (file === undefined) throw new Error(`The solution has no main form for ${table}.`);
  const [systemForm] = elements(readXml(folder, file), 'forms', 'systemform');
  const [form] = elements(systemForm, 'form');
  const bindings = readBindings(form);
  return {
    name: text(systemForm, 'LocalizedNames', 'LocalizedName', '@description'),
    header: elements(form, 'header', 'rows', 'row', 'cell').map((cell) => text(cell, 'control', '@datafieldname')),
    tabs: elements(form, 'tabs', 'tab').map((tab) => readTab(tab, bindings)),
  };
}

type Bindings = ReadonlyMap<string, ControlBinding>;

function readTab(tab: XmlNode, bindings: Bindings): FormTab {
  return {
    name: text(tab, '@name'),
    label: labelOf(tab),
    columns: elements(tab, 'columns', 'column').map((column) => ({
      width: Number.parseInt(text(column, '@width'), 10) || 100,
      sections: elements(column, 'sections', 'section').map((section) => readSection(section, bindings)),
    })),
  };
}

function readSection(section: XmlNode, bindings: Bindings): FormSection {
  return {
    name: text(section, '@name'),
    label: labelOf(section),
    showLabel: text(section, '@showlabel') === 'true',
    // Rows without a cell are those that a taller cell above covers.
    cells: elements(section, 'rows', 'row', 'cell').map((cell) => readCell(cell, bindings)),
  };
}

function readCell(cell: XmlNode, bindings: Bindings): FormCell {
  return {
    column: text(cell, 'control', '@datafieldname'),
    label: labelOf(cell),
    showLabel: text(cell, '@showlabel') === 'true',
    readOnly: text(cell, 'control', '@disabled') === 'true',
    control: bindings.get(guid(text(cell, 'control', '@uniqueid'))) ?? null,
  };
}

/** Code components by the `uniqueid` of the cell's control that they replace. */
function readBindings(form: XmlNode | undefined): Bindings {
  return new Map(
    elements(form, 'controlDescriptions', 'controlDescription').flatMap((description) => {
      const control = elements(description, 'customControl').find((item) => text(item, '@formFactor') === WEB);
      const name = text(control, '@name');
      return name === ''
        ? []
        : [[guid(text(description, '@forControl')), { name, parameters: readParameters(control) }]];
    }),
  );
}

function readParameters(control: XmlNode | undefined): ControlBinding['parameters'] {
  const [parameters] = elements(control, 'parameters');
  if (parameters === undefined || typeof parameters === 'string') return {};
  return Object.fromEntries(
    Object.keys(parameters).map((name) => {
      const value = text(parameters, name);
      return [name, text(parameters, name, '@static') === 'true' ? { value } : { column: value }];
    }),
  );
}

function labelOf(node: XmlNode): string {
  return text(node, 'labels', 'label', '@description');
}
