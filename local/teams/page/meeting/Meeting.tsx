import { Button, FluentProvider } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { PersonOnPage, Setup, Stage } from '../../shapes';
import { putStage } from '../api';
import { AppFrame, type FrameWiring } from '../frame/AppFrame';
import type { TaskDialog } from '../frame/useTaskDialog';
import type { FrameContext, Surface, TeamsTheme } from '../host/surface';
import type { ShellWiring } from '../shell/Shell';
import { fluentThemes, meetingTheme } from '../themes';
import { MeetingBar, type MeetingPlace } from './MeetingBar';
import { Participants } from './Participants';
import { stageControl } from './stageControl';

interface MeetingProps {
  readonly setup: Setup;
  readonly person: PersonOnPage;
  readonly theme: TeamsTheme;
  readonly stage: Stage | null;
  readonly wiring: ShellWiring;
  readonly dialog: TaskDialog;
  readonly onLeave: () => void;
}

interface MeetingFrameProps extends Omit<MeetingProps, 'onLeave'> {
  readonly label: string;
  readonly src: string;
  readonly frameContext: FrameContext;
  readonly testId: string;
  readonly header?: React.ReactNode;
}

/** One place of the app in the meeting. Moving within the app stays in that place. */
const MeetingFrame = (props: MeetingFrameProps) => {
  const { setup, person, stage, dialog } = props;
  const [subPage, setSubPage] = useState<{ id: string | undefined; visit: number }>({ id: undefined, visit: 0 });
  const [sessionId] = useState(() => crypto.randomUUID());
  const surface: Surface = {
    frameContext: props.frameContext,
    theme: meetingTheme(props.theme),
    person,
    tenantId: person.visit === 'elsewhere' ? setup.otherTenantId : setup.tenantId,
    appId: setup.appId,
    entityId: setup.entityIds.meeting,
    subPageId: subPage.id,
    meeting: setup.meeting,
    sessionId,
    contentUrl: `${location.origin}/`,
  };
  const open = (id: string | undefined): true => {
    setSubPage(({ visit }) => ({ id, visit: visit + 1 }));
    return true;
  };
  const wiring: FrameWiring = {
    ...props.wiring,
    navigate: ({ subPageId }) => open(subPageId),
    goBack: () => subPage.id !== undefined && open(undefined),
    openDialog: (request) => dialog.open(request, surface),
    resizeDialog: () => undefined,
    submitDialog: () => undefined,
    stage: stageControl(setup, person, stage),
  };
  const { label, src, testId, header } = props;
  return <AppFrame key={subPage.visit} {...{ label, src, testId, header, surface, wiring }} />;
};

const participantsOf = ({ people, meeting }: Setup, person: PersonOnPage): PersonOnPage[] => [
  person,
  ...people.filter(({ id }) => id !== person.id && meeting.participants.includes(id)).slice(0, 7),
];

const Call = (props: MeetingProps & { readonly panel: boolean; readonly closePanel: () => void }) => {
  const { stage, setup, person, panel, closePanel } = props;
  return (
    <div className={panel ? 'call call-with-panel' : 'call'}>
      <div className="call-main">
        {stage !== null && (
          <div className="stage">
            <MeetingFrame
              {...props}
              key={stage.url}
              label="Shared stage"
              src={stage.url}
              frameContext="meetingStage"
              testId="stage-frame"
            />
          </div>
        )}
        <Participants people={participantsOf(setup, person)} small={stage !== null} />
      </div>
      {panel && (
        <div className="side-panel">
          <MeetingFrame
            {...props}
            label="Assured panel"
            src="/"
            frameContext="sidePanel"
            testId="side-panel-frame"
            header={
              <>
                <h3>Assured</h3>
                <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label="Close panel" onClick={closePanel} />
              </>
            }
          />
        </div>
      )}
    </div>
  );
};

/** The board meeting: the call with side panel and stage, and the app as the meeting's tab (facts §3.3). */
export const Meeting = (props: MeetingProps) => {
  const { setup, theme, stage, onLeave } = props;
  const [place, setPlace] = useState<MeetingPlace>('call');
  const [panel, setPanel] = useState(true);
  return (
    <main className="meeting-place">
      <FluentProvider theme={fluentThemes[meetingTheme(theme)]}>
        <div className="meeting">
          <MeetingBar
            title={setup.meeting.title}
            place={place}
            onPlace={setPlace}
            panel={panel}
            onPanel={setPanel}
            onStopSharing={stage === null ? undefined : () => void putStage(null)}
            onLeave={onLeave}
          />
          {place === 'tab' ? (
            <MeetingFrame
              {...props}
              label="Assured in the meeting"
              src="/"
              frameContext="content"
              testId="meeting-tab-frame"
            />
          ) : (
            <Call {...props} panel={panel} closePanel={() => setPanel(false)} />
          )}
        </div>
      </FluentProvider>
    </main>
  );
};
