/** The fields of a sheet, each with `data-sk-field` and its id: what one types into, or a fieldset to choose in. */

/** @typedef {import("./notes.js").Values} Values */

/** @param {HTMLElement} element */
export function fields(element) {
  const all = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-sk-field]")]);
  /** @param {HTMLElement} field */
  const inputs = (field) => [...field.querySelectorAll("input")];

  return {
    /**
     * What was filled in; a field that says nothing is left out.
     *
     * @returns {Values}
     */
    read() {
      const texts = all.map((field) => {
        const text = "value" in field ? field.value : inputs(field).find(({ checked }) => checked)?.value;
        return [field.dataset["skField"], `${text || ""}`];
      });
      return Object.fromEntries(texts.filter(([, text]) => text));
    },

    /**
     * Put this in the fields, and nothing into those that it does not name.
     *
     * @param {Values} values
     */
    write(values) {
      for (const field of all) {
        const text = values[field.dataset["skField"] || ""] || "";
        if ("value" in field) field.value = text;
        for (const input of inputs(field)) input.checked = input.value === text;
      }
    },
  };
}
