// Arrow keys lead from answer to answer in a table; all answers stay in the order of Tab as well.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function next(table, cell, [down, right]) {
  let row = cell.parentElement.rowIndex + down;
  let column = cell.cellIndex + right;
  for (; table.rows[row]?.cells[column]; row += down, column += right) {
    const link = table.rows[row].cells[column].querySelector("a");
    if (link) return link;
  }
  return null;
}

for (const table of document.querySelectorAll('table[data-keys="grid"]')) {
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const cell = event.target.closest("td, tbody th");
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = next(table, cell, step);
    if (!link) return;
    event.preventDefault();
    link.focus();
    link.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}
