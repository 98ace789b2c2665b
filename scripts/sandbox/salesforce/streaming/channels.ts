import { objectOf } from '../schema/lookup.ts';
import type { Schema } from '../schema/types.ts';

const ALL = '/data/ChangeEvents';

/** The channels that an object's change events go to. */
export function channelsOf(entityName: string): readonly string[] {
  return [ALL, `/data/${entityName.replace(/__c$/, '__')}ChangeEvent`];
}

/** Whether one may subscribe to a channel: that of all change events, or of an object that exists. */
export function isKnownChannel(schema: Schema, channel: string): boolean {
  if (channel === ALL) return true;
  const entity = /^\/data\/(\w+)ChangeEvent$/.exec(channel)?.[1];
  return entity !== undefined && objectOf(schema, entity.endsWith('__') ? `${entity}c` : entity) !== undefined;
}
