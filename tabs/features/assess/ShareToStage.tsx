import { Button } from '@fluentui/react-components';
import { ShareScreenStartRegular, ShareScreenStopRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { PeriodRef } from '../../../shared/schema/views';
import { shareToStage, stageStanding, stopSharing, type StageStanding } from '../../app/stage';
import { stagePath } from '../../app/subPage';
import { useTeams } from '../../app/TeamsProvider';
import { useAnnounce } from '../../components/Announcer';
import { useSurfaces } from '../../components/surfaces';

/** What may be done with the stage, and whether it is ours now: asked again whenever somebody comes back to the panel. */
const useStage = () => {
  const inPanel = useTeams().context.place === 'sidePanel';
  const [standing, setStanding] = useState<StageStanding>({ may: false, sharing: false });
  useEffect(() => {
    if (!inPanel) return undefined;
    const ask = (): void => void stageStanding().then(setStanding);
    ask();
    window.addEventListener('focus', ask);
    return () => {
      window.removeEventListener('focus', ask);
    };
  }, [inPanel]);
  return { inPanel, standing, setStanding };
};

/** In a meeting's side panel: shows this period's settled levels to everybody, or takes them off again. */
export const ShareToStage = ({ period }: { period: PeriodRef }) => {
  const { inPanel, standing, setStanding } = useStage();
  const surfaces = useSurfaces();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<string>();
  if (!inPanel) return null;
  const act = async (doIt: () => Promise<void>, sharing: boolean, done: string, not: string): Promise<void> => {
    try {
      await doIt();
      setRefusal(undefined);
      setStanding({ ...standing, sharing });
      announce(done);
    } catch {
      setRefusal(not);
    }
  };
  const share = (): Promise<void> =>
    act(
      () => shareToStage(`${location.origin}${stagePath(period)}${location.search}`),
      true,
      'The matrix is on the stage: settled judgements only, the same for everybody.',
      'Teams did not put the matrix on the stage. Somebody else may be sharing, or only presenters may share in this meeting. Try again, or ask the organiser.',
    );
  const stop = (): Promise<void> =>
    act(
      stopSharing,
      false,
      'The matrix is off the stage.',
      'Teams did not take the matrix off the stage. Stop sharing in the meeting’s own bar.',
    );
  if (!standing.may)
    return <p className={surfaces.quiet}>Whoever presents in this meeting can show this matrix on the stage.</p>;
  return (
    <>
      <Button
        appearance={standing.sharing ? 'secondary' : 'primary'}
        icon={<ShareScreenStartRegular />}
        onClick={() => void share()}
      >
        {standing.sharing ? 'Show this on the stage' : 'Share to stage'}
      </Button>
      {standing.sharing && (
        <Button icon={<ShareScreenStopRegular />} onClick={() => void stop()}>
          Stop sharing
        </Button>
      )}
      {refusal && (
        <p role="alert" className={surfaces.quiet}>
          {refusal}
        </p>
      )}
    </>
  );
};
