// What a run of tests says of itself: how many passed, and what failed, told again at the end where nothing hides it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

/** What a suite came to. */
export interface Outcome {
  passed: number;
  skipped: number;
  /** Of each test that failed: where it stands, its title and what went wrong. */
  failures: string[];
}

/** As much of what went wrong as tells two faults of one test apart: what was expected, and in which line. */
const LINES = 10;

const told = (place: string, title: string, message = ''): string => {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, LINES);
  return `${[place, title].filter((part) => part !== '').join(' › ')}: ${lines.join('\n    ')}`;
};

const VitestReport = v.pipe(
  v.object({
    numPassedTests: v.number(),
    numPendingTests: v.number(),
    numTodoTests: v.number(),
    testResults: v.array(
      v.object({
        name: v.string(),
        status: v.string(),
        message: v.optional(v.string()),
        assertionResults: v.array(
          v.object({
            fullName: v.string(),
            status: v.string(),
            failureMessages: v.optional(v.nullable(v.array(v.string()))),
          }),
        ),
      }),
    ),
  }),
  v.transform((report): Outcome => ({
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const file = path.relative('', name);
      const failed = assertionResults.filter((test) => test.status === 'failed');
      // A file that could not be read, or whose set-up failed, has no test that did.
      if (failed.length === 0 && status === 'failed') return [told(file, '', message)];
      return failed.map((test) => told(file, test.fullName, test.failureMessages?.[0]));
    }),
  })),
);

interface PlaywrightSuite {
  title: string;
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors: { message?: string | undefined }[] }[] }[];
  }[];
  suites?: PlaywrightSuite[] | undefined;
}

const Suite: v.GenericSchema<unknown, PlaywrightSuite> = v.object({
  title: v.string(),
  specs: v.array(
    v.object({
      title: v.string(),
      file: v.string(),
      line: v.number(),
      tests: v.array(
        v.object({
          status: v.string(),
          results: v.array(
            v.object({ errors: v.array(v.object({ message: v.optional(v.string()) })) }),
          ),
        }),
      ),
    }),
  ),
  suites: v.optional(v.array(v.lazy(() => Suite))),
});

const failedSpecs = ({ specs, suites = [] }: PlaywrightSuite): string[] => [
  ...specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        told(`${file}:${line}`, title, results.flatMap(({ errors }) => errors)[0]?.message),
      ),
  ),
  ...suites.flatMap(failedSpecs),
];

const PlaywrightReport = v.pipe(
  v.object({
    stats: v.object({ expected: v.number(), skipped: v.number() }),
    errors: v.array(v.object({ message: v.optional(v.string()) })),
    suites: v.array(Suite),
  }),
  v.transform(({ stats, errors, suites }): Outcome => ({
    passed: stats.expected,
    skipped: stats.skipped,
    failures: [
      ...errors.map(({ message }) => told('outside the tests', '', message)),
      ...suites.flatMap(failedSpecs),
    ],
  })),
);

const Report = v.union([VitestReport, PlaywrightReport]);

/** Reads the JSON report that vitest or Playwright wrote to `file`. Throws where there is none, or one of another shape. */
export const readReport = (file: string): Outcome =>
  v.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
