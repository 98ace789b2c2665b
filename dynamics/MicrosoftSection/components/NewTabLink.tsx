import { Link } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { Icon } from './icons.tsx';
import type { Dispatch } from './part-props.ts';

interface NewTabLinkProps {
  readonly label: string;
  readonly url: string;
  /** "Opens in a new tab", for those who do not see the icon. */
  readonly newTabText: string;
  readonly dispatch: Dispatch;
}

/** A real link, so that it can be copied and middle-clicked; a plain click goes through the host, which the mobile app needs. */
export function NewTabLink({ label, url, newTabText, dispatch }: NewTabLinkProps): React.ReactElement {
  const onClick = (event: React.MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dispatch({ kind: 'open', url });
  };
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer" className="cosell-link" onClick={onClick}>
      {label}
      <Icon name="open" />
      {newTabText !== '' && <span className="cosell-hidden">{newTabText}</span>}
    </Link>
  );
}
