import type { Worded } from '../catalogue/catalogue.js';
import type { ChecklistItem, ClearanceTemplate, Jurisdiction } from './clearance-template.js';
import { type WorkplaceQuestionCode, workplaceQuestions } from './workplace-questions.js';

type SourcedQuestions = readonly (readonly [code: WorkplaceQuestionCode, source: string])[];

const ukQuestions: SourcedQuestions = [
  ['screen', 'SI 1992/2792, Schedule, para. 2(b)'],
  ['keyboard', 'SI 1992/2792, Schedule, para. 2(c)'],
  ['desk', 'SI 1992/2792, Schedule, para. 2(d)'],
  ['chair', 'SI 1992/2792, Schedule, para. 2(e)'],
  ['footrest', 'SI 1992/2792, Schedule, para. 2(e)'],
  ['space', 'SI 1992/2792, Schedule, para. 3(a)'],
  ['lighting', 'SI 1992/2792, Schedule, para. 3(b)'],
  ['glare', 'SI 1992/2792, Schedule, para. 3(c)'],
  ['noise', 'SI 1992/2792, Schedule, para. 3(d)'],
  ['climate', 'SI 1992/2792, Schedule, para. 3(e) and 3(g)'],
  ['software', 'SI 1992/2792, Schedule, para. 4'],
  ['breaks', 'SI 1992/2792, reg. 4'],
  ['eyesight', 'SI 1992/2792, reg. 5'],
  ['electrical', 'Electricity at Work Regulations 1989 (SI 1989/635), reg. 4'],
  ['walkways', 'Management of Health and Safety at Work Regulations 1999 (SI 1999/3242), reg. 3'],
  ['way-out', 'Management of Health and Safety at Work Regulations 1999 (SI 1999/3242), regs. 3 and 8'],
  ['contact', 'Management of Health and Safety at Work Regulations 1999 (SI 1999/3242), reg. 3'],
  ['reporting', 'Management of Health and Safety at Work Regulations 1999 (SI 1999/3242), regs. 10 and 14'],
  ['free-of-pain', 'SI 1992/2792, reg. 2'],
];

const esQuestions: SourcedQuestions = [
  ['work-area', 'Ley 10/2021, art. 16.1'],
  ['screen', 'RD 488/1997, anexo, 1.b)'],
  ['keyboard', 'RD 488/1997, anexo, 1.c)'],
  ['desk', 'RD 488/1997, anexo, 1.d)'],
  ['chair', 'RD 488/1997, anexo, 1.e)'],
  ['footrest', 'RD 488/1997, anexo, 1.e)'],
  ['space', 'RD 488/1997, anexo, 2.a)'],
  ['lighting', 'RD 488/1997, anexo, 2.b)'],
  ['glare', 'RD 488/1997, anexo, 2.c)'],
  ['noise', 'RD 488/1997, anexo, 2.d)'],
  ['climate', 'RD 488/1997, anexo, 2.e) y 2.g)'],
  ['software', 'RD 488/1997, anexo, 3; Ley 10/2021, art. 17'],
  ['breaks', 'RD 488/1997, art. 3.3'],
  ['eyesight', 'RD 488/1997, art. 4'],
  ['electrical', 'Ley 31/1995, art. 16; RD 614/2001, art. 3'],
  ['walkways', 'Ley 31/1995, art. 16; Ley 10/2021, art. 16'],
  ['way-out', 'Ley 31/1995, art. 20'],
  ['disconnection', 'Ley 10/2021, arts. 16.1 y 18'],
  ['contact', 'Ley 10/2021, art. 16.1 (riesgos psicosociales)'],
  ['reporting', 'Ley 31/1995, arts. 18 y 29.2'],
  ['free-of-pain', 'RD 488/1997, arts. 3.2 y 4'],
];

const euQuestions: SourcedQuestions = [
  ['screen', 'Directive 90/270/EEC, Annex, 1(b)'],
  ['keyboard', 'Directive 90/270/EEC, Annex, 1(c)'],
  ['desk', 'Directive 90/270/EEC, Annex, 1(d)'],
  ['chair', 'Directive 90/270/EEC, Annex, 1(e)'],
  ['footrest', 'Directive 90/270/EEC, Annex, 1(e)'],
  ['space', 'Directive 90/270/EEC, Annex, 2(a)'],
  ['lighting', 'Directive 90/270/EEC, Annex, 2(b)'],
  ['glare', 'Directive 90/270/EEC, Annex, 2(c)'],
  ['noise', 'Directive 90/270/EEC, Annex, 2(d)'],
  ['climate', 'Directive 90/270/EEC, Annex, 2(e) and 2(g)'],
  ['software', 'Directive 90/270/EEC, Annex, 3'],
  ['breaks', 'Directive 90/270/EEC, Article 7'],
  ['eyesight', 'Directive 90/270/EEC, Article 9'],
  ['electrical', 'Directive 89/391/EEC, Article 6'],
  ['walkways', 'Directive 89/391/EEC, Article 6'],
  ['way-out', 'Directive 89/391/EEC, Article 8'],
  ['contact', 'Directive 89/391/EEC, Articles 6 and 9'],
  ['reporting', 'Directive 89/391/EEC, Article 13'],
  ['free-of-pain', 'Directive 90/270/EEC, Article 3'],
];

const usQuestions: SourcedQuestions = [
  ['screen', 'OSHA Computer Workstations eTool (guidance), monitors'],
  ['keyboard', 'OSHA Computer Workstations eTool (guidance), keyboards'],
  ['desk', 'OSHA Computer Workstations eTool (guidance), desks'],
  ['chair', 'OSHA Computer Workstations eTool (guidance), chairs'],
  ['footrest', 'OSHA Computer Workstations eTool (guidance), chairs'],
  ['lighting', 'OSHA Computer Workstations eTool (guidance), workstation environment'],
  ['glare', 'OSHA Computer Workstations eTool (guidance), workstation environment'],
  ['climate', 'OSHA Computer Workstations eTool (guidance), workstation environment'],
  ['breaks', 'OSHA Computer Workstations eTool (guidance), work process'],
  ['electrical', '29 U.S.C. 654(a)(1); as a measure, 29 CFR 1910.303(b) and 1910.305(g)'],
  ['walkways', '29 U.S.C. 654(a)(1); as a measure, 29 CFR 1910.22(a)'],
  ['way-out', '29 U.S.C. 654(a)(1); as a measure, 29 CFR 1910.37(a)'],
  ['first-aid', '29 U.S.C. 654(a)(1); as a measure, 29 CFR 1910.151'],
  ['contact', '29 U.S.C. 654(a)(1)'],
  ['reporting', '29 CFR 1904.5(b)(7) and 1904.35'],
  ['free-of-pain', '29 U.S.C. 654(a)(1); in California 8 CCR 5110'],
];

/** The checklists in force. OSHA doesn't inspect home offices (CPL 2-0.125); the US one is good practice, and says so. */
export const clearanceTemplates: Readonly<Record<Jurisdiction, ClearanceTemplate>> = {
  uk: template('uk', ukQuestions, {
    legalBasis: [
      'Health and Safety (Display Screen Equipment) Regulations 1992 (SI 1992/2792)',
      'Management of Health and Safety at Work Regulations 1999 (SI 1999/3242)',
    ],
    title: {
      en: 'Workplace at home: United Kingdom, display screen equipment',
      es: 'Puesto de trabajo en casa: Reino Unido, equipos con pantalla',
      ca: 'Lloc de treball a casa: Regne Unit, equips amb pantalla',
    },
  }),
  es: template('es', esQuestions, {
    legalBasis: [
      'Ley 10/2021, de 9 de julio, de trabajo a distancia',
      'Real Decreto 488/1997, de 14 de abril, sobre equipos que incluyen pantallas de visualización',
      'Ley 31/1995, de 8 de noviembre, de prevención de riesgos laborales',
    ],
    title: {
      en: 'Workplace at home: Spain, remote work and display screens',
      es: 'Puesto de trabajo en casa: España, trabajo a distancia y pantallas',
      ca: 'Lloc de treball a casa: Espanya, treball a distància i pantalles',
    },
  }),
  eu: template('eu', euQuestions, {
    legalBasis: [
      'Council Directive 90/270/EEC on work with display screen equipment',
      'Council Directive 89/391/EEC on the safety and health of workers at work',
    ],
    title: {
      en: 'Workplace at home: European Union, display screen equipment',
      es: 'Puesto de trabajo en casa: Unión Europea, equipos con pantalla',
      ca: 'Lloc de treball a casa: Unió Europea, equips amb pantalla',
    },
  }),
  us: template('us', usQuestions, {
    legalBasis: [
      'Occupational Safety and Health Act of 1970, section 5(a)(1) (29 U.S.C. 654)',
      '29 CFR 1904.5(b)(7), injuries and illnesses when working at home',
      'OSHA Instruction CPL 2-0.125, Home-Based Worksites',
    ],
    title: {
      en: 'Workplace at home: United States',
      es: 'Puesto de trabajo en casa: Estados Unidos',
      ca: 'Lloc de treball a casa: Estats Units',
    },
  }),
};

interface TemplateHead {
  readonly title: Worded;
  readonly legalBasis: readonly string[];
}

function template(jurisdiction: Jurisdiction, questions: SourcedQuestions, head: TemplateHead): ClearanceTemplate {
  return { jurisdiction, version: 1, ...head, items: questions.map(([code, source]) => checklistItem(code, source)) };
}

function checklistItem(code: WorkplaceQuestionCode, source: string): ChecklistItem {
  const asked = workplaceQuestions[code];
  return {
    code,
    question: asked.question,
    source,
    critical: 'critical' in asked,
    mayNotApply: 'mayNotApply' in asked,
  };
}
