import { buildLightningComponents } from './lwc.ts';
import { buildPcfControl } from './pcf.ts';
import { writeTexts } from './texts.ts';

const told = ({ built }: { readonly built: boolean }): string => (built ? 'built' : 'up to date');

try {
  console.log(`Texts: ${told({ built: writeTexts().length > 0 })}`);
  console.log(`Lightning components: ${told(await buildLightningComponents())}`);
  console.log(`PCF control: ${told(await buildPcfControl())}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
