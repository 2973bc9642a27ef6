import { Button, Tab, TabList, ToggleButton } from '@fluentui/react-components';
import { CallEnd20Regular, PanelRight20Regular, ShareScreenStop20Regular } from '@fluentui/react-icons';

export type MeetingPlace = 'call' | 'tab';

interface MeetingBarProps {
  readonly title: string;
  readonly place: MeetingPlace;
  readonly onPlace: (place: MeetingPlace) => void;
  readonly panel: boolean;
  readonly onPanel: (open: boolean) => void;
  /** Absent while nothing is on the stage. */
  readonly onStopSharing: (() => void) | undefined;
  readonly onLeave: () => void;
}

export const MeetingBar = ({ title, place, onPlace, panel, onPanel, onStopSharing, onLeave }: MeetingBarProps) => (
  <header className="meeting-bar">
    <h2>{title}</h2>
    <TabList
      selectedValue={place}
      onTabSelect={(_, { value }) => onPlace(value === 'tab' ? 'tab' : 'call')}
      aria-label="Parts of the meeting"
    >
      <Tab value="call" data-testid="meeting-call">
        Call
      </Tab>
      <Tab value="tab" data-testid="meeting-tab">
        Assured
      </Tab>
    </TabList>
    <div className="meeting-controls">
      {onStopSharing !== undefined && (
        <Button icon={<ShareScreenStop20Regular />} onClick={onStopSharing} data-testid="meeting-stop-sharing">
          Stop sharing
        </Button>
      )}
      {place === 'call' && (
        <ToggleButton
          checked={panel}
          icon={<PanelRight20Regular />}
          onClick={() => onPanel(!panel)}
          data-testid="meeting-panel"
        >
          Assured panel
        </ToggleButton>
      )}
      <Button className="leave" icon={<CallEnd20Regular />} onClick={onLeave} data-testid="meeting-leave">
        Leave
      </Button>
    </div>
  </header>
);
