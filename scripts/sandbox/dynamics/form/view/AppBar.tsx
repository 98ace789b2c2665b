import * as React from 'react';
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItemLink,
  MenuGroup,
  MenuGroupHeader,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { FormBoot } from '../boot.ts';
import { changedAddress, listAddress } from './address.ts';
import { Icon } from './icons.tsx';
import { useStyles } from './styles.ts';

/** What can be tried out on this page, by its name in the address. */
const TRIALS: readonly {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly (readonly [string, string | null])[];
}[] = [
  {
    label: 'Signed in as',
    name: 'user',
    choices: [
      ['Seller', null],
      ['A seller of another unit', 'stranger'],
      ['Administrator', 'admin'],
    ],
  },
  {
    label: 'Language',
    name: 'language',
    choices: [
      ['English', null],
      ['日本語', '1041'],
      ['简体中文', '2052'],
    ],
  },
  {
    label: 'Theme',
    name: 'theme',
    choices: [
      ['Light', null],
      ['Dark', 'dark'],
      ['High contrast', 'contrast'],
    ],
  },
  {
    label: 'Direction',
    name: 'dir',
    choices: [
      ['Left to right', null],
      ['Right to left', 'rtl'],
    ],
  },
];

/** The app's bar, with a menu that a real app does not have: what this sandbox lets one try out. */
export function AppBar({ boot }: { readonly boot: FormBoot }): React.ReactElement {
  const styles = useStyles();
  const now = new URLSearchParams(window.location.search);
  return (
    <nav className={styles.bar} aria-label="App">
      <Icon name="apps" />
      <a className={styles.barTitle} href={listAddress()}>
        Dynamics 365 Sales
      </a>
      <span>sandbox</span>
      <div className={styles.barEnd}>
        <span>{boot.user.name}</span>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton
              appearance="transparent"
              style={{ color: 'inherit' }}
              icon={<Icon name="gear" />}
              aria-label="Try out"
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {TRIALS.map(({ label, name, choices }, index) => (
                <React.Fragment key={name}>
                  {index > 0 && <MenuDivider />}
                  <MenuGroup>
                    <MenuGroupHeader>{label}</MenuGroupHeader>
                    {choices.map(([text, value]) => (
                      <MenuItemLink key={text} href={changedAddress(name, value)}>
                        {now.get(name) === value ? `✓ ${text}` : text}
                      </MenuItemLink>
                    ))}
                  </MenuGroup>
                </React.Fragment>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </nav>
  );
}
