import { z } from 'zod';
import { serverUrl, text } from './values.ts';

/** What the Microsoft section on the opportunity is told; every key has a default. */
export const section = z
  .strictObject({
    /** How often the connector gives a sign of life; the section calls the connection lost when three are missing. */
    heartbeatMinutes: z.int().min(1).max(1_440).default(15),
    /** A page of the organisation's own that helps administrators. */
    setupUrl: serverUrl.nullable().default(null),
    /** Whom sellers ask: "Sales Operations, ext. 12". */
    adminContact: text.max(200).nullable().default(null),
  })
  .prefault({});

export type SectionConfig = z.infer<typeof section>;
