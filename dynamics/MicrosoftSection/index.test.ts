import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { IInputs } from './generated/ManifestTypes';
import { MicrosoftSection } from './index.ts';

/** Only what the control reads; the platform's context has far more. */
function contextWith(syncStatus: number | null): ComponentFramework.Context<IInputs> {
  return {
    parameters: { syncStatus: { raw: syncStatus } },
    resources: { getString: (key: string) => `text of ${key}` },
  } as unknown as ComponentFramework.Context<IInputs>;
}

describe('MicrosoftSection', () => {
  it('shows the status of the bound column in the text of the user’s language', () => {
    const control = new MicrosoftSection();
    render(control.updateView(contextWith(472_210_005)));
    expect(screen.getByRole('status').textContent).toBe('text of Status_in-sync');
  });

  it.each([null, 7])('reads %p as not shared', (choice) => {
    render(new MicrosoftSection().updateView(contextWith(choice)));
    expect(screen.getByRole('status').textContent).toBe('text of Status_not-shared');
  });

  it('has no accessibility violation and writes nothing back', async () => {
    const control = new MicrosoftSection();
    const { container } = render(control.updateView(contextWith(472_210_008)));
    // jsdom draws nothing, so contrast is a matter for a real browser.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
    expect(control.getOutputs()).toEqual({});
  });
});
