import * as React from 'react';

/**
 * What JSX becomes (`jsxFactory` in tsconfig.json). React is the platform's, so a bundle spells `React.createElement` out for every
 * element; a name of our own is one letter there.
 */
export const { createElement, Fragment } = React;
