import * as React from 'react';
import { StatusBadge } from './components/StatusBadge.tsx';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { sectionStatus } from './section-status.ts';

/** Lifecycle of the control; everything visible is in components/. */
export class MicrosoftSection implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Nothing to prepare: every update brings the whole context.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const status = sectionStatus(context.parameters.syncStatus.raw);
    return React.createElement(StatusBadge, { status, label: context.resources.getString(`Status_${status}`) });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // The platform unmounts the React element.
  }
}
