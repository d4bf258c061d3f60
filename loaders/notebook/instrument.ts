import type {CheckedCell} from "./check.js";
import {edited, type Edit} from "./edit.js";
import {toJavaScript} from "./parse-cell.js";

/**
 * All cells of a notebook as the body of one asynchronous function in JavaScript, whose parameters are `$import`, `$at`
 * and `$show`: imports are calls, each statement says where it is, and what a cell ends with is shown.
 */
export function runnable(cells: readonly CheckedCell[]): string {
  const texts = cells.map(({number, source, parsed: {statements, imports, last}}) => {
    const edits: Edit[] = [
      ...imports.map(({start, end, line, dynamic}) => ({start, end, text: `$at(${number}, ${line}); ${dynamic}`})),
      ...statements
        .filter(({start}) => imports.every((one) => one.start !== start) && start !== last?.start)
        .map(({start, line}) => ({start, end: start, text: `;$at(${number}, ${line}); `})),
      ...(last
        ? [
            {
              start: last.start,
              end: last.end,
              text: `;$at(${number}, ${last.line}); await $show((${source.slice(last.start, last.end)}\n))`
            }
          ]
        : [])
    ];
    return edited(source, edits);
  });
  const module = `async function cells($import: any, $at: any, $show: any, display: any) {\n${texts.join("\n;\n")}\n}`;
  return `${toJavaScript(module)}\nreturn cells;`;
}
