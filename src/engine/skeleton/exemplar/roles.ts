/** What a part of a speech is there for. */
export type Role =
  | 'salutation'
  | 'opening'
  | 'achievements'
  | 'problems'
  | 'meaning'
  | 'goals'
  | 'tasks'
  | 'demands'
  | 'pledge'
  | 'elaboration'
  | 'closing';

/** Name of each role, and what a writer does in that part: one sentence. */
const GUIDANCE: Readonly<Record<Role, readonly [name: string, sentence: string]>> = {
  salutation: ['称呼', '按到会的人和身份写，由高到低，不漏一方。'],
  opening: ['开场', '两三句点明会议背景和目的，再说清讲几个问题。'],
  achievements: ['肯定成绩', '用数字和事例说明做成了什么，先总后分，留有余地。'],
  problems: ['指出问题', '一条一个问题，说现象、说根子，不笼统，不点散。'],
  meaning: ['讲清意义', '从上级要求、现实需要、群众期盼说明为什么非做不可。'],
  goals: ['明确目标', '目标要可量、可考、有时限，与上级口径一致。'],
  tasks: ['部署任务', '一项任务一段：做什么、做到什么程度、谁来做、何时完成。'],
  demands: ['提出要求', '对谁提、提什么、怎么检查，落到责任人和时限。'],
  pledge: ['表明态度', '态度鲜明，话说得到、做得到，请组织和群众监督。'],
  elaboration: ['展开论述', '先亮观点，再讲道理、举事例，最后落到怎么做。'],
  closing: ['号召结尾', '收束全篇，短句有力，发出号召。'],
};

/** Strongest first. The words of a heading, or of the first sentence where there is none, tell the role. */
const CUES: readonly (readonly [Role, RegExp])[] = [
  ['problems', /问题(?!导向)|不足|差距|短板|弱项|清醒(?:地)?(?:看到|认识)|薄弱环节/],
  ['pledge', /我(?:们)?(?:一定|将|决心|承诺|郑重)|请(?:组织|大家|同志们)放心|表(?:个|三点|几点)?态/],
  ['achievements', /回顾|成绩|成效|成就|进展|过去(?:的)?一年|五年来|一年来|取得了?|喜人|变化/],
  ['meaning', /意义|认识|重要性|必要性|紧迫(?:感|性)|形势|为什么|站位|看清|大势|统一思想|深刻(?:理解|领会|把握)|高度/],
  ['goals', /总体要求|目标|总体思路|预期|指导思想/],
  ['demands', /要求|保障|加强(?:组织)?领导|组织领导|作风|责任|纪律|提振精神|压实|督查|考核|落地见效/],
  ['tasks', /任务|重点|工作|举措|推进|推动|聚焦|突出|着力|抓|做好|发展|建设|加快|扭住|攻坚|实施|扎实/],
];

/**
 * The role of a part by its heading or first sentence: `一、看清大势，坚定信心` → meaning. Its first clause that says one decides:
 * `加强领导，确保工作取得实效` speaks of demands, whatever comes behind.
 */
export function roleOf(text: string): Role {
  for (const clause of text.split(/[，,；;。]/)) {
    const cue = CUES.find(([, words]) => words.test(clause));
    if (cue) return cue[0];
  }
  return 'elaboration';
}

/** 同志们： and the like, a line of its own. */
export const SALUTATION =
  /^[\s　]*(?:尊敬的|各位|同志们|老师们|同学们|朋友们|乡亲们|女士们|大家)(?:[^。！？]{0,40}[：:]|[^。！？，]{0,10}[！!]?)$/;

/** What guidance looks like in a draft: a line of its own, which no speech has. */
export function guidanceLine(role: Role): string {
  const [name, sentence] = GUIDANCE[role];
  return `【提示·${name}】${sentence}`;
}
