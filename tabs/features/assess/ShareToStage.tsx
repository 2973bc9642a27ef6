import { Button } from '@fluentui/react-components';
import { ShareScreenStartRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { PeriodRef } from '../../../shared/schema/views';
import { matrixPath } from '../../app/subPage';
import { useTeams } from '../../app/TeamsProvider';
import { useAnnounce } from '../../components/Announcer';

/** In a meeting's side panel: shows this term's levels to everybody in the meeting, where Teams allows it. */
export const ShareToStage = ({ period }: { period: PeriodRef }) => {
  const teams = useTeams();
  const announce = useAnnounce();
  const inSidePanel = teams.context.place === 'sidePanel';
  const [allowed, setAllowed] = useState(false);
  const [words, setWords] = useState('Share to stage');
  useEffect(() => {
    if (inSidePanel) void teams.mayShareToStage().then(setAllowed);
  }, [inSidePanel, teams]);
  if (!allowed) return null;
  const share = async (): Promise<void> => {
    try {
      await teams.shareToStage(`${location.origin}${matrixPath(period)}`);
      setWords('Shared to stage');
      announce('The matrix is shared to the stage');
    } catch {
      setWords('Not shared: try again');
      announce('Teams did not share the matrix. Try again.');
    }
  };
  return (
    <Button appearance="primary" icon={<ShareScreenStartRegular />} onClick={() => void share()}>
      {words}
    </Button>
  );
};
