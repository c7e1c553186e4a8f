// Reads the beginning of a file of pairs as the service does, to show it and to find what is
// plainly wrong with it before it is sent.

/** Bytes that are looked at: reading them takes no time that one would notice. */
const LOOK = 2 * 1024 * 1024;

const SAMPLE = 20;

const MAX_FAULTS = 20;

/** The rarest in texts first. */
const SEPARATORS = ["\t", ";", ","];

const HEADER = "must begin with a header that names the columns ciphertext and plaintext, or have these two columns alone";

function textOf(bytes, whole) {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  // "stream" forgives a character that is cut off where the look ends
  return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
}

/** The rows of a CSV text as {line, fields}; one whose quote isn't closed has {line, open}. */
function rowsOf(text, separator) {
  const rows = [];
  let line = 1;
  let row = { line, fields: [] };
  let field = "";
  let quoted = false;
  const endRow = () => {
    row.fields.push(field);
    field = "";
    if (row.fields.some((one) => one !== "")) {
      rows.push(row);
    }
    row = { line, fields: [] };
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "\n") {
      line++;
    }
    if (quoted) {
      if (char !== '"') {
        field += char;
      } else if (text[i + 1] === '"') {
        field += text[++i];
      } else {
        quoted = false;
      }
    } else if (char === '"' && field.trim() === "") {
      quoted = true;
      field = "";
    } else if (char === separator) {
      row.fields.push(field);
      field = "";
    } else if (char === "\n") {
      endRow();
    } else if (char !== "\r") {
      field += char;
    }
  }
  if (quoted) {
    rows.push({ line: row.line, fields: row.fields, open: true });
  } else if (field !== "" || row.fields.length) {
    endRow();
  }
  return rows;
}

const nameOf = (field) => field.replace(/[\s\p{Z}\p{P}\ufeff]/gu, "").toLowerCase();

function columnsOf(rows) {
  const names = (rows[0]?.fields ?? []).map(nameOf);
  const ciphertext = names.indexOf("ciphertext");
  const plaintext = names.indexOf("plaintext");
  return ciphertext >= 0 && plaintext >= 0 ? { ciphertext, plaintext, count: names.length, header: true } : null;
}

function faultOf(row, columns) {
  if (row.open) {
    return "has a quote that is not closed";
  }
  const count = row.fields.length;
  const enough = count > Math.max(columns.ciphertext, columns.plaintext);
  return enough && row.fields.slice(columns.count).every((one) => one === "") ? null
    : `has ${count} ${count === 1 ? "field" : "fields"}, and ${columns.header ? "the header" : "a pair"} has ${columns.count}`;
}

function readCsv(text) {
  const bare = { ciphertext: 0, plaintext: 1, count: 2, header: false };
  let best = null;
  for (const separator of SEPARATORS) {
    const rows = rowsOf(text, separator);
    const columns = columnsOf(rows);
    if (columns) {
      return { rows: rows.slice(1), columns, separator };
    }
    const pairs = rows.slice(0, SAMPLE).filter((row) => !faultOf(row, bare)).length;
    if (2 * pairs > Math.min(rows.length, SAMPLE) && pairs > (best?.pairs ?? 0)) {
      best = { rows, columns: bare, pairs, separator };
    }
  }
  return best;
}

function pairOfJson(text) {
  try {
    const { ciphertext, plaintext } = JSON.parse(text);
    return typeof ciphertext === "string" && typeof plaintext === "string" ? { ciphertext, plaintext }
      : { fault: "must be an object with the strings ciphertext and plaintext" };
  } catch {
    return { fault: "is not well-formed JSON" };
  }
}

function readLines(text) {
  return text.split("\n").map((line, index) => ({ line: index + 1, text: line }))
    .filter((row) => row.text.trim() !== "").map((row) => ({ line: row.line, ...pairOfJson(row.text) }));
}

function readPairs(text) {
  if (text.trimStart().startsWith("{")) {
    return { header: true, rows: readLines(text) };
  }
  const csv = readCsv(text.replace(/^\ufeff?sep=.\r?\n/, "\n"));
  return csv && { header: csv.columns.header, separator: csv.separator, rows: csv.rows.map((row) => {
    const fault = faultOf(row, csv.columns);
    return fault ? { line: row.line, fault }
      : { line: row.line, ciphertext: row.fields[csv.columns.ciphertext], plaintext: row.fields[csv.columns.plaintext] };
  }) };
}

/**
 * Looks at a file.
 * @returns {pairs, faults, header, separator, whole}: pairs with their lines, faults as {line, detail}
 * with the line left out where it is the file's, and whether the file was read to its end
 */
export async function look(file) {
  const whole = file.size <= LOOK;
  const of = (detail) => ({ pairs: [], faults: [{ detail }], header: true, whole });
  if (file.size === 0) {
    return of("must not be empty");
  }
  const bytes = new Uint8Array(await file.slice(0, LOOK).arrayBuffer());
  let text;
  try {
    text = textOf(bytes, whole);
  } catch {
    return of("is no text in UTF-8: save it as CSV in UTF-8 (in a spreadsheet: CSV UTF-8)");
  }
  if (!whole) {
    // the last row may be cut off
    text = text.slice(0, text.lastIndexOf("\n") + 1);
  }
  const read = readPairs(text);
  if (!read) {
    return of(HEADER);
  }
  const pairs = read.rows.filter((row) => row.fault === undefined);
  const faults = read.rows.filter((row) => row.fault !== undefined).slice(0, MAX_FAULTS)
    .map((row) => ({ line: row.line, detail: row.fault }));
  if (pairs.length === 0 && faults.length === 0) {
    faults.push({ detail: "has no pairs" });
  }
  return { pairs, faults, header: read.header, separator: read.separator, whole };
}

/** A file whose first line, a header by other names, gives the columns the names that count. */
export async function withHeader(file, separator) {
  const bytes = new Uint8Array(await file.slice(0, LOOK).arrayBuffer());
  const header = `ciphertext${separator}plaintext\n`;
  return new File([header, file.slice(bytes.indexOf("\n".charCodeAt(0)) + 1)], file.name, { type: file.type });
}
