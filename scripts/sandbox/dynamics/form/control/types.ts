import type { ReactElement } from 'react';
import type { ControlBinding, ControlBoot, FormBoot, FormSettings } from '../boot.ts';
import type { RecordSession } from '../record/session.ts';

/** The context that controls get; ours knows no generated inputs, the manifest decides at run time. */
export type Context = ComponentFramework.Context<Record<string, Parameter>>;

/** One bound property, as `context.parameters.<name>` shows it. */
export interface Parameter {
  readonly raw: unknown;
  readonly formatted?: string;
  readonly type: string;
  readonly error: boolean;
  readonly errorMessage: string;
  readonly security?: { readonly editable: boolean; readonly readable: boolean; readonly secured: boolean };
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** An instance of the control, standard or virtual. */
export interface ControlInstance {
  init(
    context: Context,
    notifyOutputChanged: () => void,
    state: Readonly<Record<string, unknown>>,
    container?: HTMLDivElement,
  ): void;
  updateView(context: Context): ReactElement | undefined;
  getOutputs?(): Readonly<Record<string, unknown>>;
  destroy(): void;
}

export type ControlConstructor = new () => ControlInstance;

/** Dialogs of the platform that a control may ask for. */
export interface PlatformDialogs {
  /** @returns whether the person confirmed */
  open(dialog: PlatformDialog): Promise<boolean>;
}

export interface PlatformDialog {
  readonly title: string;
  readonly text: string;
  readonly details?: string;
  readonly confirm: string;
  readonly cancel?: string;
}

/** What the host knows around the control. */
export interface Host {
  readonly boot: FormBoot;
  readonly control: ControlBoot;
  readonly binding: ControlBinding;
  readonly settings: FormSettings;
  readonly session: RecordSession;
  readonly dialogs: PlatformDialogs;
}
