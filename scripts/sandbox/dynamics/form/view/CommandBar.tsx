import * as React from 'react';
import { Toolbar, ToolbarButton, ToolbarDivider } from '@fluentui/react-components';
import { callApi } from '../data/api.ts';
import { listAddress, openRecord } from './address.ts';
import { useForm } from './form-context.ts';
import { Icon } from './icons.tsx';
import { useStyles } from './styles.ts';

const OPEN = 0;

/** The command bar of the form. */
export function CommandBar(): React.ReactElement {
  const styles = useStyles();
  const { boot, session, dialogs, state } = useForm();
  const isOpportunity = boot.table.name === 'opportunity';
  const isOpen = (state.row?.values.statecode ?? OPEN) === OPEN;
  const readOnly = session.readOnlyBecause() !== null;
  const saved = state.id !== null;

  /** What is not saved goes first, as on the platform. */
  const close = async (outcome: 'Win' | 'Lose'): Promise<void> => {
    const word = outcome === 'Win' ? 'Won' : 'Lost';
    const confirmed = await dialogs.open({
      title: `Close opportunity as ${word.toLowerCase()}`,
      text: 'The opportunity becomes read-only until it is reopened.',
      confirm: 'OK',
      cancel: 'Cancel',
    });
    if (!confirmed || (session.isDirty() && !(await session.save()))) return;
    const OpportunityClose = { subject: word, 'opportunityid@odata.bind': `/opportunities(${state.id ?? ''})` };
    await session.act(() => callApi('POST', `${outcome}Opportunity`, { body: { Status: -1, OpportunityClose } }));
  };
  const reopen = () =>
    session.act(() =>
      callApi('PATCH', `opportunities(${state.id ?? ''})`, {
        body: { statecode: 0, statuscode: 1 },
        headers: { 'if-match': '*' },
      }),
    );
  const saveAndClose = async (): Promise<void> => {
    if (await session.save()) window.location.assign(listAddress());
  };
  const refresh = async (): Promise<void> => {
    const lose = {
      title: 'Unsaved changes',
      text: 'Refreshing loses the changes that have not been saved.',
      confirm: 'Refresh',
      cancel: 'Cancel',
    };
    if (!session.isDirty() || (await dialogs.open(lose))) await session.load();
  };

  return (
    <Toolbar aria-label="Commands" className={styles.commands} size="small">
      <ToolbarButton
        icon={<Icon name="back" />}
        aria-label="Back to the list"
        onClick={() => window.location.assign(listAddress())}
      />
      <ToolbarDivider />
      {!readOnly && (
        <>
          <ToolbarButton icon={<Icon name="save" />} disabled={state.saving} onClick={() => void session.save()}>
            Save
          </ToolbarButton>
          <ToolbarButton icon={<Icon name="saveClose" />} disabled={state.saving} onClick={() => void saveAndClose()}>
            Save & Close
          </ToolbarButton>
        </>
      )}
      <ToolbarButton icon={<Icon name="add" />} onClick={() => openRecord(boot.table.name, null)}>
        New
      </ToolbarButton>
      {isOpportunity && saved && isOpen && !readOnly && (
        <>
          <ToolbarButton icon={<Icon name="won" />} onClick={() => void close('Win')}>
            Close as Won
          </ToolbarButton>
          <ToolbarButton icon={<Icon name="lost" />} onClick={() => void close('Lose')}>
            Close as Lost
          </ToolbarButton>
        </>
      )}
      {isOpportunity && saved && !isOpen && boot.user.access.includes('Write') && (
        <ToolbarButton icon={<Icon name="reopen" />} onClick={() => void reopen()}>
          Reopen Opportunity
        </ToolbarButton>
      )}
      {saved && (
        <ToolbarButton icon={<Icon name="refresh" />} onClick={() => void refresh()}>
          Refresh
        </ToolbarButton>
      )}
    </Toolbar>
  );
}
