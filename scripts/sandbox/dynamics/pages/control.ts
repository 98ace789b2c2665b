import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ControlBoot, ControlProperty } from '../form/boot.ts';
import { elements, parseXml, text, type XmlNode } from '../schema/xml.ts';

/** Where pcf-scripts puts the control that goes into the solution. */
export const CONTROL_FOLDER = fileURLToPath(
  new URL('../../../../dynamics/out/controls/MicrosoftSection/', import.meta.url),
);
export const CONTROL_PATH = '/WebResources/cosell_MicrosoftSection/';

/** The control as it was built: manifest, and texts of one language. @throws Error when it has not been built */
export function readControl(languageId: number): ControlBoot {
  const manifest = readFile('ControlManifest.xml');
  const [control] = elements(manifest, 'manifest', 'control');
  const css = elements(control, 'resources', 'css').map((item) => CONTROL_PATH + text(item, '@path'));
  return {
    name: `${text(control, '@namespace')}.${text(control, '@constructor')}`,
    virtual: text(control, '@control-type') === 'virtual',
    properties: elements(control, 'property').map(toProperty),
    bundle: CONTROL_PATH + text(control, 'resources', 'code', '@path'),
    stylesheets: css,
    strings: readStrings(
      elements(control, 'resources', 'resx').map((item) => text(item, '@path')),
      languageId,
    ),
  };
}

function toProperty(node: XmlNode): ControlProperty {
  const usage = text(node, '@usage');
  return {
    name: text(node, '@name'),
    ofType: text(node, '@of-type'),
    usage: usage === 'input' || usage === 'output' ? usage : 'bound',
    required: text(node, '@required') === 'true',
    defaultValue: text(node, '@default-value') || null,
  };
}

/** As the platform does: the file of the language, otherwise the first that the manifest names. */
function readStrings(files: readonly string[], languageId: number): Record<string, string> {
  const file = files.find((name) => name.endsWith(`.${languageId}.resx`)) ?? files[0];
  if (file === undefined) return {};
  return Object.fromEntries(
    elements(readFile(file), 'root', 'data').map((entry) => [text(entry, '@name'), text(entry, 'value')]),
  );
}

function readFile(name: string): XmlNode {
  return parseXml(readFileSync(path.join(CONTROL_FOLDER, name), 'utf8').replace(/^\uFEFF/, ''));
}
