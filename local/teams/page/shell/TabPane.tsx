import { useState } from 'react';
import type { PersonOnPage, Setup } from '../../shapes';
import type { Address } from '../address';
import { AppFrame } from '../frame/AppFrame';
import type { TaskDialog } from '../frame/useTaskDialog';
import type { Surface } from '../host/surface';
import type { ShellWiring } from './Shell';

interface TabPaneProps {
  readonly setup: Setup;
  readonly person: PersonOnPage;
  readonly address: Address;
  readonly shown: boolean;
  /** Rises with each deep link, so that the same link opens again. */
  readonly visit: number;
  readonly wiring: ShellWiring;
  readonly dialog: TaskDialog;
}

/** The personal tab. A deep link loads it anew with its sub-page, as Teams does. */
export const TabPane = ({ setup, person, address, shown, visit, wiring, dialog }: TabPaneProps) => {
  const [sessionId] = useState(() => crypto.randomUUID());
  const surface: Surface = {
    frameContext: 'content',
    theme: address.theme,
    person,
    tenantId: setup.tenantId,
    appId: setup.appId,
    entityId: setup.entityIds.personal,
    subPageId: address.subPageId,
    sessionId,
    contentUrl: `${location.origin}/`,
  };
  return (
    <div className="tab-pane" hidden={!shown}>
      <AppFrame
        key={`${visit}|${address.subPageId ?? ''}`}
        label="Assured"
        src="/"
        testId="tab-frame"
        surface={surface}
        wiring={{
          ...wiring,
          openDialog: (request) => dialog.open(request, surface),
          resizeDialog: () => undefined,
          submitDialog: () => undefined,
        }}
      />
    </div>
  );
};
