// Asks xapi-validation about many statements at once: an array on stdin, an array of complaints for each on stdout.

import { stdin, stdout } from "node:process";
import { json } from "node:stream/consumers";
import validation from "xapi-validation";

// Reading the descriptor all at once fails where Node.js has found it not to block.
const statements = await json(stdin);
stdout.write(JSON.stringify(statements.map((each) => validation.default(each).map(told))));

// A warning's own words are always the same; what it is about stands in its class and its path.
function told({ name, path, typeName, keys }) {
  return [path.join("."), name, typeName, keys?.join(", ")].filter(Boolean).join(" ");
}
