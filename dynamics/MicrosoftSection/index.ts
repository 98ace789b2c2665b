import * as React from 'react';
import { SectionContainer } from './components/SectionContainer.tsx';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { createSectionHost, type SectionHost } from './host/section-host.ts';
import { themeOf } from './host/theme.ts';

/** Lifecycle of the control: what it does is in host/, what is seen in components/. */
export class MicrosoftSection implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private host: SectionHost | undefined;

  init(context: ComponentFramework.Context<IInputs>, notifyOutputChanged: () => void): void {
    this.host = createSectionHost(context, notifyOutputChanged);
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const { host } = this;
    if (host === undefined) return React.createElement(React.Fragment);
    host.update(context);
    return React.createElement(SectionContainer, {
      ...host,
      theme: themeOf(context),
      isRtl: context.userSettings.isRTL,
    });
  }

  getOutputs(): IOutputs {
    return this.host?.outputs() ?? {};
  }

  destroy(): void {
    this.host?.dispose();
  }
}
