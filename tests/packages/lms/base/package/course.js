"use strict";
(function () {
  function find(start) {
    let here = start;
    for (let tries = 0; tries < 500; tries += 1) {
      if (here.API_1484_11) return here.API_1484_11;
      if (here.parent === here) return null;
      here = here.parent;
    }
    return null;
  }
  const api = find(window) || (window.opener && find(window.opener));
  if (!api) return;
  api.Initialize("");
  api.SetValue("cmi.exit", "suspend");
  addEventListener("pagehide", function () {
    api.SetValue("cmi.completion_status", "completed");
    api.Terminate("");
  });
})();
