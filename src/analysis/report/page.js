// Draws the figures of a report; they were measured when the report was made.
(() => {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const places = [...document.querySelectorAll(".chart")];
  const options = { displayModeBar: false, responsive: true };
  for (const place of places) {
    const { data, layout } = figures[Number(place.dataset.figure)];
    Plotly.newPlot(place, data, layout, options);
  }
  // On paper the numbers stand open below their charts, and charts have the width of the paper.
  const resized = () => places.forEach((place) => Plotly.Plots.resize(place));
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((part) => { part.open = true; });
    resized();
  });
  window.addEventListener("afterprint", resized);
})();
