import { Button, mergeClasses } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { areaGrades, inspectionWords, selfEvaluationWords } from '../../../shared/domain/historicWords';
import type { AcademyView } from '../../../shared/schema/academyViews';
import { keepAcademy } from '../../api/keeping';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { HistoricList, type HistoricEntry } from './HistoricList';
import { RecordInspection } from './RecordInspection';
import { RecordSelfEvaluation } from './RecordSelfEvaluation';
import { RemoveEntry } from './RemoveEntry';

type Doing = 'recordInspection' | 'recordSelfEvaluation' | HistoricEntry;

const inspectionEntries = ({ inspections }: AcademyView): HistoricEntry[] =>
  inspections.map(({ inspection, ...entry }) => ({
    ...entry,
    words: inspectionWords(inspection),
    details: areaGrades(inspection),
  }));

const selfEvaluationEntries = ({ selfEvaluations }: AcademyView): HistoricEntry[] =>
  selfEvaluations.map(({ selfEvaluation, ...entry }) => ({
    ...entry,
    words: selfEvaluationWords(selfEvaluation),
    details: [],
  }));

interface KindProps {
  readonly title: string;
  readonly act: string;
  readonly mayRecord: boolean;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

const Kind = ({ title, act, mayRecord, onAct, children }: KindProps) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <div className={surfaces.apart}>
        <h2 className={surfaces.title}>{title}</h2>
        {mayRecord && <Button onClick={onAct}>{act}</Button>}
      </div>
      {children}
    </section>
  );
};

const doneWords = (doing: Doing): string => {
  if (doing === 'recordInspection') return 'The inspection is recorded.';
  return doing === 'recordSelfEvaluation' ? 'The self-evaluation is recorded.' : 'The entry is removed.';
};

interface ActProps {
  readonly academy: AcademyView;
  readonly doing: Doing;
  readonly onDone: (view: AcademyView) => void;
  readonly onClose: () => void;
}

const Act = ({ academy, doing, onDone, onClose }: ActProps) => {
  const { urn, today, sefLevels } = academy;
  if (doing === 'recordInspection')
    return <RecordInspection urn={urn} today={today} onRecorded={onDone} onClose={onClose} />;
  if (doing === 'recordSelfEvaluation')
    return <RecordSelfEvaluation urn={urn} today={today} levels={sefLevels} onRecorded={onDone} onClose={onClose} />;
  return <RemoveEntry urn={urn} id={doing.id} words={doing.words} onRemoved={onDone} onClose={onClose} />;
};

/** What Ofsted and the academy itself have said, in their own words, and the ways to record it. */
export const Historic = ({ academy }: { academy: AcademyView }) => {
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<{ readonly words: string; readonly at: string }>();
  const mayRecord = academy.may.includes('recordHistoric');
  const onRemove = mayRecord ? setDoing : undefined;
  return (
    <>
      {done && <DoneNotice key={done.at} title={done.words} />}
      <Kind
        title="Ofsted inspections"
        act="Record an inspection"
        mayRecord={mayRecord}
        onAct={() => {
          setDoing('recordInspection');
        }}
      >
        <HistoricList
          label="Ofsted inspections"
          none="No inspection is recorded."
          entries={inspectionEntries(academy)}
          onRemove={onRemove}
        />
      </Kind>
      <Kind
        title="Self-evaluations (SEF)"
        act="Record a self-evaluation"
        mayRecord={mayRecord}
        onAct={() => {
          setDoing('recordSelfEvaluation');
        }}
      >
        <HistoricList
          label="Self-evaluations"
          none="No self-evaluation is recorded."
          entries={selfEvaluationEntries(academy)}
          onRemove={onRemove}
        />
      </Kind>
      {doing && (
        <Act
          academy={academy}
          doing={doing}
          onDone={(view) => {
            setDone({ words: doneWords(doing), at: view.asAt });
            setDoing(undefined);
            keepAcademy(client, view);
          }}
          onClose={() => {
            setDoing(undefined);
          }}
        />
      )}
    </>
  );
};
