import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { Icon } from './icons.tsx';
import type { PartProps } from './part-props.ts';

/** What is needed now and then. An item that can't be used now says why beneath its name. */
export function OverflowMenu({ view: { menu, menuLabel }, dispatch }: PartProps): React.ReactElement | null {
  if (menu.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" aria-label={menuLabel} icon={<Icon name="more" />} menuIcon={null} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {menu.map(({ label, intent, disabledBecause }) => (
            <MenuItem
              key={label}
              disabled={disabledBecause !== null}
              onClick={() => dispatch(intent)}
              {...(disabledBecause !== null && { secondaryContent: disabledBecause })}
            >
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
