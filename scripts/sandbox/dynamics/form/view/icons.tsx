import * as React from 'react';

/** Outlines on a grid of 20, drawn for this page. */
const PATHS = {
  add: 'M10 4v12M4 10h12',
  save: 'M4 4h9l3 3v9H4zM7 4v4h5V4M7 16v-5h6v5',
  saveClose: 'M3 3h8l3 3v3M3 3v12h5M6 3v4h4V3M11 12l5 5m0-5l-5 5',
  won: 'M4 10l4 4 8-9',
  lost: 'M5 5l10 10M15 5L5 15',
  reopen: 'M5 8a6 6 0 1 1-.5 4M4 4v4h4',
  refresh: 'M15 8a6 6 0 1 0 .5 4M16 4v4h-4',
  lock: 'M6 9V7a4 4 0 0 1 8 0v2M5 9h10v8H5z',
  gear: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 2v3M10 15v3M2 10h3M15 10h3M4.3 4.3l2.2 2.2M13.5 13.5l2.2 2.2M15.7 4.3l-2.2 2.2M6.5 13.5l-2.2 2.2',
  apps: 'M4 4h3v3H4zM9 4h3v3H9zM14 4h3v3h-3zM4 9h3v3H4zM9 9h3v3H9zM14 9h3v3h-3zM4 14h3v3H4zM9 14h3v3H9zM14 14h3v3h-3z',
  opportunity: 'M3 16V8l4 3 4-6 6 4v7z',
  back: 'M12 4l-6 6 6 6',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: what it means is said beside it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): React.ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
