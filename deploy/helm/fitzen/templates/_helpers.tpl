{{- define "fitzen.image" -}}
{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag }}{{ end }}
{{- end }}

{{/* What every object is labelled with. */}}
{{- define "fitzen.labels" -}}
app.kubernetes.io/name: fitzen
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* What pods of a component are found by; never changed, for a Deployment's selector cannot be. */}}
{{- define "fitzen.selector" -}}
app.kubernetes.io/name: fitzen
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Of every pod: nobody's account, nothing writable but /tmp, and no token of Kubernetes. */}}
{{- define "fitzen.pod" -}}
serviceAccountName: {{ .Values.serviceAccount.name }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 1Gi
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Of every container. */}}
{{- define "fitzen.container" -}}
image: {{ include "fitzen.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
envFrom:
  - configMapRef:
      name: {{ .Release.Name }}
{{- with .Values.existingSecret }}
  - secretRef:
      name: {{ . }}
{{- end }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- end }}

{{/* A sidecar of Kubernetes' own kind: begun before Fitzen and ended after it, so that the last spans are taken too. */}}
{{- define "fitzen.collector" -}}
- name: collector
  image: {{ .Values.collector.image }}
  imagePullPolicy: {{ .Values.image.pullPolicy }}
  restartPolicy: Always
  args: ["--config=env:AOT_CONFIG_CONTENT"]
  env:
    - name: AOT_CONFIG_CONTENT
      value: {{ .Files.Get "collector.yaml" | quote }}
    - name: AWS_REGION
      value: {{ .Values.config.AWS_REGION }}
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
  resources:
    {{- toYaml .Values.collector.resources | nindent 4 }}
{{- end }}
