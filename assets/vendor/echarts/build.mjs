// node build.mjs: Apache ECharts with what our pages draw, and nothing else. Wants echarts 5.6.0 and esbuild 0.24.2.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

// Our pages allow no style in markup (CSP). Through the object model it is allowed, and looks the same.
const styles = {
  name: "styles",
  setup(at) {
    at.onLoad({ filter: /zrender[\\/]lib[\\/]svg[\\/]patch\.js$/ }, async ({ path }) => {
      const before = await readFile(path, "utf8");
      const from = "elm.setAttribute(key, cur);";
      const to = "key === 'style' ? (elm.style.cssText = cur) : elm.setAttribute(key, cur);";
      if (!before.includes(from)) throw new Error("zrender has changed");
      return { contents: before.replaceAll(from, to), loader: "js" };
    });
  },
};
const banner = "/*! Apache ECharts 5.6.0, Apache-2.0; zrender, BSD-3-Clause; tslib, 0BSD: see LICENSE and NOTICE. One line of zrender's svg/patch.js is changed: build.mjs. */";
const made = await build({
  entryPoints: ["entry.js"], plugins: [styles], bundle: true, minify: true, write: false,
  format: "iife", globalName: "echarts", target: "es2018", legalComments: "none", banner: { js: banner },
});
const code = made.outputFiles[0].contents;
const name = `echarts-5.6.0-${createHash("sha256").update(code).digest("hex").slice(0, 8)}.min.js`;
await writeFile(name, code);
console.log(name);
