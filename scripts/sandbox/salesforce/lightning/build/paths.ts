import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));

/** What is deployed to an org; the sandbox hosts the very same files. */
export const METADATA = path.join(ROOT, 'salesforce/main/default');

/** Our stand-ins for the platform's own modules and the pages around the components. */
export const EXPERIENCE = fileURLToPath(new URL('../experience', import.meta.url));

export const NODE_MODULES = path.join(ROOT, 'node_modules');

export const BASE_COMPONENTS = path.join(NODE_MODULES, 'lightning-base-components');

/** Builds are kept here, one folder per content of their inputs. */
export const CACHE = path.join(ROOT, '.cosell/lightning');
