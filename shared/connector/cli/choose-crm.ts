import { CosellError } from '../../core/index.ts';
import type { Config } from '../config/load.ts';
import type { CrmConfig } from '../config/schema.ts';

/** The CRM a command is about: the one named, or the only one. @throws CosellError `config-invalid` */
export function chooseCrm(config: Config, name: string | undefined): CrmConfig {
  const [only, ...more] = config.crms;
  const chosen =
    name === undefined ? (more.length === 0 ? only : undefined) : config.crms.find((crm) => crm.name === name);
  if (chosen) return chosen;
  const names = config.crms.map((crm) => crm.name).join(', ');
  throw new CosellError('config-invalid', {
    message: name === undefined ? 'There are several CRMs.' : `There is no CRM "${name}" in ${config.file}.`,
    cure: `Say which one with --crm: ${names}.`,
    field: 'crms',
  });
}
