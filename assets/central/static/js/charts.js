// Draws the tables that say so. The table stays where it is: for who does not see the drawing, and for who wants numbers.
// A chart is <figure data-chart="id"> with <script type="application/json" id="id">: {kind, labels, series, unit, text}.
// series: [{name, values, links?, line?, shade?}]; a missing value is hidden or unknown, and is drawn as nothing.
(() => {
  const css = getComputedStyle(document.documentElement);
  const token = (name) => css.getPropertyValue(`--${name}`).trim();
  const ink = token("ink"), ink2 = token("ink2"), hair = token("hair"), paper = token("paper");
  const COLOURS = ["indigo", "tone-gold", "celadon", "cinnabar", "line", "gold"].map(token);
  const GRADES = { 5: "#e9c860", 4: "#a9bb88", 3: "#a49b86", 2: "#7c899e", 1: "#716a80" };
  // every colour has a pattern of its own as well, for print in grey and for who sees few colours
  const DECALS = [
    { symbol: "none" },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: Math.PI / 4 },
    { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6 },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0 },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: -Math.PI / 4 },
    { symbol: "triangle", dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [8, 2], symbolSize: 0.7 },
  ].map((decal) => ({ color: "rgba(33, 29, 25, .38)", ...decal }));
  const SYMBOLS = ["circle", "diamond", "rect", "triangle", "roundRect", "pin"];
  const LINES = ["solid", "dashed", "dotted"];
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const font = getComputedStyle(document.body).fontFamily;
  const shared = (told) => ({
    textStyle: { fontFamily: font, color: ink, fontSize: 13 },
    animation: !calm, animationDuration: 250,
    // drawn, not written as markup: our pages allow no style in markup
    tooltip: {
      renderMode: "richText", confine: true, trigger: told.kind === "heat" ? "item" : "axis",
      backgroundColor: paper, borderColor: ink, borderWidth: 1, textStyle: { color: ink, fontSize: 13 },
      valueFormatter: (value) => (value == null ? told.hidden : `${value}${told.unit || ""}`),
    },
  });
  const axis = { axisLine: { lineStyle: { color: ink2 } }, axisTick: { show: false }, axisLabel: { color: ink2 } };
  const number = { type: "value", splitLine: { lineStyle: { color: hair } }, axisLabel: { color: ink2 } };

  const flat = (told) => {
    const across = told.kind === "across"; // bars that lie, for long names
    const names = { type: "category", data: told.labels, inverse: across, ...axis };
    const values = told.series.some((one) => one.line && told.kind !== "line")
      ? [{ ...number }, { ...number, min: 0, max: 100, splitLine: { show: false }, axisLabel: { color: ink2, formatter: "{value} %" } }]
      : [{ ...number, ...(told.most ? { max: told.most } : {}) }];
    let drawn = 0;
    const series = told.series.map((one, at) => {
      const line = one.line || told.kind === "line";
      const colour = one.grade ? GRADES[one.grade] : COLOURS[at % COLOURS.length];
      return {
        name: one.name, type: line ? "line" : "bar", data: one.values,
        stack: told.stacked && !line ? "all" : undefined, barMaxWidth: 26,
        yAxisIndex: !across && line && values.length > 1 ? 1 : 0,
        symbol: SYMBOLS[at % SYMBOLS.length], symbolSize: 8, connectNulls: false,
        lineStyle: { color: colour, width: 2.5, type: LINES[line ? drawn++ % LINES.length : 0] },
        itemStyle: { color: colour, borderColor: ink, borderWidth: line ? 1 : 0.6, ...(line ? {} : { decal: DECALS[at % DECALS.length] }) },
        emphasis: { focus: "series" },
      };
    });
    const long = !across && told.labels.length > 30;
    return {
      ...shared(told),
      legend: { show: told.series.length > 1, top: 0, left: 0, itemGap: 18, textStyle: { color: ink } },
      grid: { left: 18, right: 18, top: told.series.length > 1 ? 40 : 14, bottom: long ? 52 : 4, containLabel: true },
      dataZoom: long ? [{ type: "slider", height: 22, bottom: 6, borderColor: ink2, fillerColor: "rgba(32, 63, 110, .18)" }] : [],
      xAxis: across ? values[0] : names, yAxis: across ? names : values,
      series,
    };
  };

  const heat = (told) => {
    const cells = told.series.flatMap((row, y) => row.values.map((value, x) => [x, y, value ?? "-"]));
    const most = Math.max(1, ...cells.map((cell) => (cell[2] === "-" ? 0 : cell[2])));
    return {
      ...shared(told),
      grid: { left: 4, right: 12, top: 6, bottom: 56, containLabel: true },
      xAxis: { type: "category", data: told.labels, ...axis },
      yAxis: { type: "category", data: told.series.map((row) => row.name), inverse: true, ...axis },
      visualMap: {
        min: 0, max: most, calculable: true, orient: "horizontal", left: "center", bottom: 0, itemWidth: 14,
        textStyle: { color: ink2 }, inRange: { color: [paper, token("tone-gold"), token("cinnabar")] },
      },
      series: [{
        type: "heatmap", data: cells, itemStyle: { borderColor: ink2, borderWidth: 1 },
        // the number stands in the cell: nobody has to tell two reds apart
        label: { show: true, fontSize: 14, color: ink, backgroundColor: paper, padding: [1, 5], borderRadius: 3, formatter: (cell) => (cell.value[2] === "-" ? told.hidden : `${cell.value[2]}${told.unit || ""}`) },
        emphasis: { itemStyle: { borderColor: ink, borderWidth: 3 } },
      }],
    };
  };

  const draw = (figure) => {
    const told = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
    const place = figure.querySelector(".drawing");
    place.classList.add("drawn");
    if (told.kind === "across") place.style.height = `${70 + 34 * told.labels.length}px`;
    const chart = echarts.init(place, null, { renderer: "svg" });
    chart.setOption(told.kind === "heat" ? heat(told) : flat(told));
    chart.on("click", (at) => {
      const row = told.kind === "heat" ? told.series[at.value[1]] : told.series[at.seriesIndex];
      const link = row.links && row.links[told.kind === "heat" ? at.value[0] : at.dataIndex];
      if (link) location.assign(link);
    });
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", told.text);
    return chart;
  };
  const charts = [...document.querySelectorAll("[data-chart]")].map(draw);
  const fit = () => charts.forEach((chart) => chart.resize({ animation: { duration: 0 } }));
  addEventListener("resize", fit);
  matchMedia("print").addEventListener("change", fit);
  addEventListener("beforeprint", fit);
})();
