import * as React from 'react';

/**
 * The focus goes back to where it was when a dialog closes. That may be gone by then (an item of a menu that closed);
 * then it goes to the section's title instead of the top of the page.
 */
export function useReturnedFocus(open: boolean, titleId: string): void {
  const returnTo = React.useRef<Element | null>(null);
  const wasOpen = React.useRef(false);
  if (open && !wasOpen.current) returnTo.current = document.activeElement;
  React.useEffect(() => {
    if (wasOpen.current && !open) {
      const target = isUsable(returnTo.current) ? returnTo.current : document.getElementById(titleId);
      target?.focus();
    }
    wasOpen.current = open;
  }, [open, titleId]);
}

function isUsable(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element !== document.body;
}
